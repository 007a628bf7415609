/**
 * What a person can do about a refusal of Microsoft Entra ID, by the AADSTS numbers that its messages
 * begin with. The numbers may change (learn.microsoft.com/entra/identity-platform/reference-error-codes), so
 * nothing but this text depends on them.
 */
const ADVICE: readonly { numbers: readonly string[]; nextStep: string }[] = [
  {
    numbers: ["65001", "65004", "90008", "90094", "90095"],
    nextStep:
      "The portal needs permission to act for you. Accept it when you sign in; where only an administrator may, ask one to grant consent for the portal’s application.",
  },
  {
    numbers: ["53000", "53001", "53002", "53003", "530031", "530032", "530034", "50005"],
    nextStep:
      "A Conditional Access rule of your organization stops this sign-in, for example for the device or the network. Give the message to your administrator.",
  },
  {
    numbers: ["50072", "50074", "50076", "50079", "50158"],
    nextStep: "Your organization wants a further proof of who you are. Sign in again and give it.",
  },
  {
    numbers: ["50020", "500212", "500213", "51004", "90072"],
    nextStep:
      "Your account is no member or guest of this directory. Choose another one, or ask to be invited.",
  },
  {
    numbers: ["50105"],
    nextStep: "Ask an administrator to assign you to the portal’s application.",
  },
  {
    numbers: ["50194", "500011", "700016", "650052"],
    nextStep:
      "The portal’s application is not set up for this directory. Ask whoever runs the portal.",
  },
];

/** The advice for a message of Entra; undefined for one that is none or is not known. */
export function entraAdvice(message: string): string | undefined {
  const number = /AADSTS(\d+)/.exec(message)?.[1];
  return number === undefined
    ? undefined
    : ADVICE.find(({ numbers }) => numbers.includes(number))?.nextStep;
}
