import { isBusy, type AzureError, type AzureErrorDetail } from "../azure-error";
import { parseNamespace, parsePolicyName } from "./denied-access";

/** What a person can do about a failure. */
export interface FailureAdvice {
  nextStep: string;
  canRetry: boolean;
  /** Said instead of Azure's message, where that one is for machines or support. */
  message?: string;
}

type Advise = (entry: AzureErrorDetail, error: AzureError) => FailureAdvice;

const advise =
  (nextStep: string, canRetry = false, message?: string): Advise =>
  () => ({ nextStep, canRetry, ...(message === undefined ? {} : { message }) });

const signIn = advise("Sign in again. What you entered on this page is kept.");
const gone = advise("It may have been deleted meanwhile. Refresh the page to see what is there.");
const busy = advise(
  "Azure is still working on this resource. Wait until it has finished, then try again.",
  true,
);
const correct = advise("Correct what the message names, then try again.");
const unsupported = advise(
  "This cloud or region does not offer the API version that the app uses. Ask an administrator, or try a resource in another region.",
);

/** By Azure's error code in lower case, and by ours (`azure-error.ts`). */
const ADVICE = new Map<string, Advise>(
  Object.entries({
    authorizationfailed: advise(
      "Ask an administrator for a role that allows this action on this scope. A new role assignment can take some minutes to work; then try again.",
      true,
    ),
    linkedauthorizationfailed: advise(
      "The change refers to another resource, on which you lack this action. Ask an administrator for a role that allows it there; a new role assignment can take some minutes to work.",
      true,
    ),
    requestdisallowedbypolicy: policyAdvice,
    policyviolation: policyAdvice,
    scopelocked: advise(
      "A lock protects this resource, its resource group or its subscription. Ask someone who may manage locks to remove it, then try again.",
      true,
    ),
    readonlydisabledsubscription: advise(
      "The subscription is disabled and read-only. Ask its owner to enable it.",
    ),
    missingsubscriptionregistration: (entry) => {
      const namespace = parseNamespace(entry.message ?? "") ?? "<namespace>";
      return {
        nextStep: `Ask an administrator to register the resource provider: az provider register --namespace ${namespace}. Then try again.`,
        canRetry: true,
      };
    },
    resourcenotfound: gone,
    notfound: gone,
    parentresourcenotfound: advise(
      "The resource that this one belongs to no longer exists. Choose another one.",
    ),
    resourcegroupnotfound: advise("The resource group no longer exists. Refresh the page."),
    subscriptionnotfound: advise(
      "The subscription does not exist in this tenant, or you have no access to it. Switch account or directory, or ask its owner for access.",
    ),
    invalidauthenticationtoken: signIn,
    expiredauthenticationtoken: signIn,
    authenticationfailed: signIn,
    signinrequired: signIn,
    invalidauthenticationtokentenant: advise(
      "The subscription belongs to another directory than the one you signed in to. Switch account or directory.",
    ),
    conflict,
    anotheroperationinprogress: busy,
    preconditionfailed: advise(
      "Someone changed this resource meanwhile. Refresh it, then repeat your change.",
    ),
    objectisdeletedbutrecoverable: advise(
      "A deleted secret of this name can still be recovered, so the name is taken. Recover or purge it (az keyvault secret recover or purge), or choose another name.",
    ),
    invalidquery: advise(
      "This is a mistake of the app, not yours. Report it with the code and correlation id.",
    ),
    noregisteredproviderfound: unsupported,
    invalidapiversionparameter: unsupported,
    invalidresourcetype: unsupported,
    invalidrequestcontent: correct,
    invalidresourcename: correct,
    validationfailed: correct,
    toomanyrequests: throttled,
    subscriptionrequeststhrottled: throttled,
    tenantrequeststhrottled: throttled,
    ratelimiting: throttled,
    networkerror: advise(
      "Check your connection; a firewall, VPN or browser extension can also stop requests to Azure. Then try again.",
      true,
    ),
    unreadableresponse: advise(
      "A proxy or a network sign-in page may have answered instead of Azure. Open another web page to check your network, then try again.",
      true,
    ),
    operationtimedout: advise(
      "Azure may still finish it. Wait on, or look again in some minutes, before you change anything.",
    ),
    operationcanceled: advise("Try again.", true),
    operationfailed: advise(
      "The activity log in the Azure portal may say why. Correct the cause, then try again.",
      true,
    ),
    invalidresourceid: correct,
    signinthrottled: advise("Nothing was sent to Azure. Try again in a minute.", true),
    tokenunavailable: advise(
      "Try again in a moment. If it keeps failing, sign out and in again.",
      true,
    ),
    foreignorigin: advise(
      "The request was not sent, so your access token went nowhere. Report this with the code and correlation id.",
    ),
  }),
);

/** Advice for the innermost code that is known; else for the HTTP status. */
export function adviceFor(error: AzureError): FailureAdvice {
  const entries = [error, ...error.details.flatMap(flatten)].reverse();
  for (const entry of entries) {
    const known = ADVICE.get(entry.code?.toLowerCase() ?? "");
    if (known) return known(entry, error);
  }
  return adviceForStatus(error);
}

/** The entry and everything below it, outermost first. */
export function flatten(detail: AzureErrorDetail): AzureErrorDetail[] {
  return [detail, ...(detail.details ?? []).flatMap(flatten)];
}

function adviceForStatus(error: AzureError): FailureAdvice {
  const { status } = error;
  if (status >= 200 && status < 300) {
    return { nextStep: "Correct what the message names, then try again.", canRetry: true };
  }
  if (status === 401) return signIn(error, error);
  if (status === 403) {
    return {
      nextStep: "You may lack a permission for this. Ask an administrator of the resource.",
      canRetry: true,
    };
  }
  if (status === 404) return gone(error, error);
  if (status === 409) return conflict(error, error);
  if (status === 412) return { nextStep: "Refresh the page, then try again.", canRetry: false };
  if (status === 429) return throttled(error, error);
  if (status >= 400 && status < 500 && status !== 408) return correct(error, error);
  return {
    nextStep:
      "Try again in a moment. If it keeps failing, look at the Azure status page, or give support the correlation id.",
    canRetry: true,
  };
}

function throttled(_: AzureErrorDetail, { retryAfterSeconds }: AzureError): FailureAdvice {
  const when =
    retryAfterSeconds === undefined
      ? "in a minute"
      : `in ${retryAfterSeconds} ${retryAfterSeconds === 1 ? "second" : "seconds"}`;
  return {
    message: "Azure received too many requests from you and asked to slow down.",
    nextStep: `Try again ${when}.`,
    canRetry: true,
  };
}

function policyAdvice(entry: AzureErrorDetail, error: AzureError): FailureAdvice {
  const name = [error.message, entry.message ?? ""]
    .map(parsePolicyName)
    .find((found) => found !== undefined);
  const policy = name === undefined ? "A policy" : `The policy “${name}”`;
  return {
    nextStep: `${policy} of your organization forbids this. Change what it forbids, or ask its owner for an exemption.`,
    canRetry: false,
  };
}

/** `Conflict` is said of a resource that is busy, and of a change that does not fit what is there. */
function conflict(entry: AzureErrorDetail, error: AzureError): FailureAdvice {
  if (isBusy(error)) return busy(entry, error);
  return {
    nextStep:
      "The change does not fit the resource’s present state. Refresh the page to see it, then try again.",
    canRetry: true,
  };
}
