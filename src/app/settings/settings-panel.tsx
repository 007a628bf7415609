import { Button, Switch, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Keyboard20Regular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { DateAndTime, localeName } from "../../ui/relative-time";
import { RadioCards } from "../../ui/radio-cards";
import { useShortcutSwitch } from "../../ui/shortcuts";
import { SidePanel } from "../../ui/side-panel";
import { useTheme, type ThemeChoice } from "../../ui/theme";
import type { StartedApp } from "../start";
import { DefaultSubscriptionsField } from "./default-subscriptions-field";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  button: { alignSelf: "flex-start" },
});

const THEMES: { value: ThemeChoice; label: string; description: string }[] = [
  { value: "system", label: "System", description: "Light, dark or more contrast, as the device." },
  { value: "light", label: "Light", description: "Dark text on white." },
  { value: "dark", label: "Dark", description: "Light text on dark grey." },
  { value: "high-contrast", label: "High contrast", description: "White on black, with lines." },
];

interface SettingsPanelProps {
  app: StartedApp | undefined;
  onClose: () => void;
  onShowShortcuts: () => void;
}

/** How the portal looks and starts for this person, in this browser. Every change applies at once. */
export function SettingsPanel({ app, onClose, onShowShortcuts }: SettingsPanelProps) {
  const styles = useStyles();
  const { theme, setTheme } = useTheme();
  const { areOn, setAreOn } = useShortcutSwitch();
  const account = app?.session.account;
  const [now] = useState(Date.now);
  return (
    <SidePanel isOpen title="Settings" size="medium" onClose={onClose}>
      <Section title="Appearance">
        <RadioCards label="Theme" value={theme} onChange={setTheme} options={THEMES} />
      </Section>
      {app && account && (
        <Section title="Registry endpoints">
          <DefaultSubscriptionsField app={app} account={account} />
        </Section>
      )}
      <Section title="Keyboard">
        <Switch
          checked={areOn}
          onChange={(_, { checked }) => setAreOn(checked)}
          label="Single-key shortcuts"
        />
        <Text className={styles.quiet}>
          Turn them off if speech input or a screen reader sets them off by mistake.
        </Text>
        <Button className={styles.button} icon={<Keyboard20Regular />} onClick={onShowShortcuts}>
          Show keyboard shortcuts
        </Button>
      </Section>
      <Section title="Dates and times">
        <Text>
          Follow the language and time zone of this browser, {localeName()}. For example:{" "}
          <DateAndTime value={now} />
        </Text>
      </Section>
      <Text size={200} className={styles.quiet}>
        Changes apply at once and are kept in this browser.
      </Text>
    </SidePanel>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}
