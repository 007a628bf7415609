import {
  FluentProvider,
  makeStaticStyles,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from "react";
import { highContrastDarkTheme, highContrastLightTheme } from "./high-contrast";
import { useKeptSetting } from "./kept-setting";
import { useMediaQuery } from "./use-media-query";

const themeChoices = ["system", "light", "dark", "high-contrast"] as const;

export type ThemeChoice = (typeof themeChoices)[number];

interface ThemeContextValue {
  theme: ThemeChoice;
  setTheme: (theme: ThemeChoice) => void;
}

const STORAGE_KEY = "theme";
const DARK_SYSTEM = "(prefers-color-scheme: dark)";
// Forced colours replace ours anyway, and Fluent's own rules for them expect its usual themes.
const CONTRAST_SYSTEM = "(prefers-contrast: more) and (forced-colors: none)";

interface Look {
  theme: Theme;
  scheme: "light" | "dark";
}

const LIGHT: Look = { theme: webLightTheme, scheme: "light" };
const DARK: Look = { theme: webDarkTheme, scheme: "dark" };
const CONTRAST_LIGHT: Look = { theme: highContrastLightTheme, scheme: "light" };
const CONTRAST_DARK: Look = { theme: highContrastDarkTheme, scheme: "dark" };

const ThemeContext = createContext<ThemeContextValue>({
  theme: "system",
  setTheme: () => undefined,
});

const usePageStyles = makeStaticStyles({
  body: { margin: 0, overflowWrap: "break-word" },
  "*, *::before, *::after": { boxSizing: "border-box" },
});

/**
 * The Fluent theme: the person's choice, kept in localStorage, or what the system asks for, which may
 * be light or dark and, where it wants more contrast, one of the two high contrast themes.
 */
export function ThemeProvider({ children }: { children: ReactNode }) {
  usePageStyles();
  const [kept, keep] = useKeptSetting(STORAGE_KEY);
  const theme = themeChoices.find((choice) => choice === kept) ?? "system";
  const systemLook = useSystemLook();
  const look = lookOf(theme, systemLook);

  useLayoutEffect(() => {
    // Scroll bars, form controls and the canvas behind the app follow the theme as well.
    document.documentElement.style.colorScheme = look.scheme;
  }, [look]);

  const context = useMemo<ThemeContextValue>(() => ({ theme, setTheme: keep }), [theme, keep]);

  return (
    <ThemeContext value={context}>
      <FluentProvider theme={look.theme}>{children}</FluentProvider>
    </ThemeContext>
  );
}

/** The chosen theme and how to change it. */
export function useTheme(): ThemeContextValue {
  return useContext(ThemeContext);
}

function lookOf(theme: ThemeChoice, systemLook: Look): Look {
  switch (theme) {
    case "system":
      return systemLook;
    case "light":
      return LIGHT;
    case "dark":
      return DARK;
    case "high-contrast":
      return CONTRAST_DARK;
  }
}

function useSystemLook(): Look {
  const isDark = useMediaQuery(DARK_SYSTEM);
  const wantsContrast = useMediaQuery(CONTRAST_SYSTEM);
  if (wantsContrast) return isDark ? CONTRAST_DARK : CONTRAST_LIGHT;
  return isDark ? DARK : LIGHT;
}
