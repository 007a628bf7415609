import {
  FluentProvider,
  makeStaticStyles,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import {
  createContext,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { useMediaQuery } from "./use-media-query";

export type ThemeChoice = "system" | "light" | "dark";

interface ThemeContextValue {
  theme: ThemeChoice;
  setTheme: (theme: ThemeChoice) => void;
}

const STORAGE_KEY = "theme";
const DARK_SYSTEM = "(prefers-color-scheme: dark)";

const ThemeContext = createContext<ThemeContextValue>({
  theme: "system",
  setTheme: () => undefined,
});

const usePageStyles = makeStaticStyles({
  body: { margin: 0, overflowWrap: "break-word" },
  "*, *::before, *::after": { boxSizing: "border-box" },
});

/** Light or dark Fluent theme: the person's choice, kept in localStorage, or the system's. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  usePageStyles();
  const [theme, setThemeState] = useState(readChoice);
  const isSystemDark = useMediaQuery(DARK_SYSTEM);
  const isDark = theme === "dark" || (theme === "system" && isSystemDark);

  useLayoutEffect(() => {
    // Scroll bars, form controls and the canvas behind the app follow the theme as well.
    document.documentElement.style.colorScheme = isDark ? "dark" : "light";
  }, [isDark]);

  const context = useMemo<ThemeContextValue>(
    () => ({
      theme,
      setTheme: (choice) => {
        setThemeState(choice);
        writeChoice(choice);
      },
    }),
    [theme],
  );

  return (
    <ThemeContext value={context}>
      <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>{children}</FluentProvider>
    </ThemeContext>
  );
}

/** The chosen theme and how to change it. */
export function useTheme(): ThemeContextValue {
  return useContext(ThemeContext);
}

function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    // Storage can be switched off by policy; the system's theme is then all there is.
    return "system";
  }
}

function writeChoice(choice: ThemeChoice): void {
  try {
    localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // As above: the choice then lasts as long as the page.
  }
}
