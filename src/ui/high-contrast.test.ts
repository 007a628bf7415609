import type { Theme } from "@fluentui/react-components";
import { describe, expect, it } from "vitest";
import { highContrastDarkTheme, highContrastLightTheme } from "./high-contrast";

type Token = keyof Theme;

const surfaces: Token[] = [
  "colorNeutralBackground1",
  "colorNeutralBackground1Hover",
  "colorNeutralBackground2",
  "colorNeutralBackground2Hover",
  "colorNeutralBackground2Selected",
  "colorNeutralBackground3",
  "colorSubtleBackgroundHover",
  "colorSubtleBackgroundPressed",
  "colorStatusWarningBackground1",
  "colorPaletteRedBackground1",
  "colorPaletteGreenBackground1",
];
const texts: Token[] = [
  "colorNeutralForeground1",
  "colorNeutralForeground2",
  "colorNeutralForeground3",
  "colorNeutralForeground4",
  "colorNeutralForeground2BrandHover",
  "colorBrandForegroundLink",
  "colorBrandForegroundLinkHover",
  "colorBrandForeground1",
  "colorCompoundBrandForeground1",
  "colorStatusSuccessForeground1",
  "colorStatusWarningForeground3",
  "colorStatusDangerForeground1",
  "colorPaletteRedForeground1",
  "colorPaletteGreenForeground1",
  "colorPaletteDarkOrangeForeground1",
];
const filled: [text: Token, surface: Token][] = [
  ["colorNeutralForegroundOnBrand", "colorBrandBackground"],
  ["colorNeutralForegroundOnBrand", "colorBrandBackgroundHover"],
  ["colorNeutralForegroundOnBrand", "colorStatusDangerBackground3"],
  ["colorNeutralForegroundOnBrand", "colorStatusDangerBackground3Hover"],
  ["colorNeutralForegroundInverted", "colorCompoundBrandBackground"],
  ["colorNeutralForegroundStaticInverted", "colorBrandBackgroundStatic"],
  ["colorNeutralForegroundStaticInverted", "colorSubtleBackgroundInvertedHover"],
  ["colorNeutralForegroundStaticInverted", "colorSubtleBackgroundInvertedPressed"],
];
const strokes: Token[] = [
  "colorNeutralStroke1",
  "colorNeutralStroke2",
  "colorNeutralStrokeAccessible",
  "colorNeutralStrokeAccessibleSelected",
  "colorBrandStroke1",
  "colorCompoundBrandStroke",
  "colorTransparentStroke",
  "colorStrokeFocus2",
];

/** WCAG 2.2, relative luminance; `color` as #rrggbb. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

describe.each([
  ["dark", highContrastDarkTheme],
  ["light", highContrastLightTheme],
])("high contrast, %s", (_, theme) => {
  const below = (pairs: [Token, Token][], least: number) =>
    pairs
      .map(([one, other]) => ({
        pair: `${one} on ${other}`,
        ratio: contrast(String(theme[one]), String(theme[other])),
      }))
      .filter(({ ratio }) => !(ratio >= least));

  it("has every text at 7:1 on every surface", () => {
    const pairs = surfaces.flatMap((surface) =>
      texts.map((text): [Token, Token] => [text, surface]),
    );
    expect(below(pairs, 7)).toEqual([]);
    expect(below(filled, 7)).toEqual([]);
  });

  it("has lines at 4.5:1 on the page, and disabled text readable", () => {
    const pairs = strokes.map((stroke): [Token, Token] => [stroke, "colorNeutralBackground1"]);
    expect(below(pairs, 4.5)).toEqual([]);
    expect(below([["colorNeutralForegroundDisabled", "colorNeutralBackground1"]], 4.5)).toEqual([]);
  });
});
