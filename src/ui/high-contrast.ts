import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

interface ContrastColors {
  ink: string;
  paper: string;
  /** Hovered, pressed and selected surfaces: ink stays readable on them. */
  raised: string;
  /** Lines that only divide. */
  line: string;
  accent: string;
  accentStrong: string;
  success: string;
  warning: string;
  danger: string;
  disabled: string;
  overlay: string;
  /** The top bar and what is hovered in it, under white text. */
  bar: string;
  barRaised: string;
}

const ON_BLACK: ContrastColors = {
  ink: "#ffffff",
  paper: "#000000",
  raised: "#2b2b2b",
  line: "#a6a6a6",
  accent: "#4de8ff",
  accentStrong: "#b3f5ff",
  success: "#6fe86f",
  warning: "#ffc14d",
  danger: "#ffa3a3",
  disabled: "#b3b3b3",
  overlay: "rgba(64, 64, 64, 0.8)",
  bar: "#000000",
  barRaised: "#404040",
};

const ON_WHITE: ContrastColors = {
  ink: "#000000",
  paper: "#ffffff",
  raised: "#e6e6e6",
  line: "#595959",
  accent: "#003a8c",
  accentStrong: "#001f52",
  success: "#0a4a0a",
  warning: "#5c2e00",
  danger: "#85000f",
  disabled: "#595959",
  overlay: "rgba(0, 0, 0, 0.8)",
  bar: "#000000",
  barRaised: "#404040",
};

/** Which colour a token takes; the first pattern that fits its name. Tokens that fit none keep theirs. */
const RULES: readonly (readonly [RegExp, keyof ContrastColors])[] = [
  [/^colorNeutralForeground(OnBrand|Inverted(Hover|Pressed|Selected|2)?)$/, "paper"],
  [/^colorNeutral(Foreground|Stroke)Disabled2?$/, "disabled"],
  [/^colorNeutralForeground[23]Brand/, "accent"],
  [/^colorNeutralForeground[1-5](Link)?(Hover|Pressed|Selected)?$/, "ink"],
  [/^color(Compound)?BrandForeground(1|2|Link)(Hover|Pressed|Selected)?$/, "accent"],
  [/^colorNeutral(Card)?Background[12458]?(Disabled2?)?$/, "paper"],
  [/^colorNeutralBackground[36]$/, "raised"],
  [/^color(NeutralCard|Neutral|Subtle)Background[1-5]?(Hover|Pressed|Selected)$/, "raised"],
  [/^colorSubtleBackgroundInverted(Hover|Pressed|Selected)$/, "barRaised"],
  [/^colorBrandBackground2/, "raised"],
  [/^colorBrandBackgroundStatic$/, "bar"],
  [/^color(Compound)?BrandBackground$/, "accent"],
  [/^color(Compound)?BrandBackground(Hover|Pressed|Selected)$/, "accentStrong"],
  [/^colorNeutralStroke(1|Accessible)(Hover|Pressed)?$/, "ink"],
  [/^colorNeutralStroke(1|Accessible)Selected$/, "accent"],
  [/^colorNeutralStroke([234]|Subtle)/, "line"],
  [/^color(Compound)?BrandStroke/, "accent"],
  [/^colorTransparentStroke$/, "ink"],
  [/^colorTransparentStrokeInteractive$/, "accent"],
  [/^colorTransparentStrokeDisabled$/, "disabled"],
  [/^colorNeutralStencil[12]$/, "raised"],
  [/^colorBackgroundOverlay$/, "overlay"],
  [/^color(Status|Palette)(Success|Warning|Danger|Red|Green|DarkOrange)Background[12]$/, "paper"],
  [/^color(StatusSuccess|PaletteGreen)(Foreground[123]|Border|Background3)/, "success"],
  [/^color(StatusWarning|PaletteDarkOrange)(Foreground[123]|Border|Background3)/, "warning"],
  [/^color(StatusDanger|PaletteRed)(Foreground[123]|Border|Background3)/, "danger"],
];

function withColors(base: Theme, colors: ContrastColors): Theme {
  const tokens = Object.entries(base).map(([name, value]) => {
    const rule = RULES.find(([pattern]) => pattern.test(name));
    return [name, rule === undefined ? value : colors[rule[1]]];
  });
  return Object.fromEntries(tokens) as Theme;
}

/**
 * White on black: texts and status colours contrast at least 7:1 with what they stand on, borders of
 * controls as well, and surfaces have lines instead of shadows.
 */
export const highContrastDarkTheme: Theme = withColors(webDarkTheme, ON_BLACK);

/** The same, black on white. */
export const highContrastLightTheme: Theme = withColors(webLightTheme, ON_WHITE);
