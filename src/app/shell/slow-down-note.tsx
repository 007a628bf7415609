import { makeStyles, tokens } from "@fluentui/react-components";
import { Clock20Regular } from "@fluentui/react-icons";
import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import type { SlowDown, Traffic } from "../../azure/http/traffic/traffic";
import { useAnnounce } from "../../ui/announcer";
import { countdown, slowDownText, slowDownTitle } from "./slow-down-text";

/** Slow-downs that follow each other are announced once. */
const QUIET_FOR_MS = 60_000;
const TICK_MS = 1_000;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { flexShrink: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  // Digits of one width, so that nothing moves while seconds are counted.
  line: { fontVariantNumeric: "tabular-nums" },
});

/**
 * Says, while calls wait because Azure asked for it or is unavailable, which ones and when they go on. Announced once;
 * the seconds are only seen. What was read before stays on the page below.
 */
export function SlowDownNote({ traffic }: { traffic: Traffic }) {
  const slowDowns = useSyncExternalStore(traffic.subscribe, traffic.snapshot);
  useAnnounced(slowDowns);
  return slowDowns.length === 0 ? null : <Countdowns slowDowns={slowDowns} />;
}

function Countdowns({ slowDowns }: { slowDowns: readonly SlowDown[] }) {
  const styles = useStyles();
  const now = useNow();
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId} className={styles.root}>
      <Clock20Regular className={styles.icon} />
      <div>
        <div id={titleId} className={styles.title}>
          {slowDownTitle(slowDowns)}
        </div>
        {slowDowns.map((slowDown) => (
          <div key={slowDown.kind} className={styles.line}>
            {slowDownText(slowDown, now)}
            {countdown(slowDown, now)}.
          </div>
        ))}
      </div>
    </div>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function useAnnounced(slowDowns: readonly SlowDown[]): void {
  const announce = useAnnounce();
  const lastShown = useRef(-QUIET_FOR_MS);
  useEffect(() => {
    if (slowDowns.length === 0) return;
    const now = Date.now();
    const isNew = now - lastShown.current > QUIET_FOR_MS;
    lastShown.current = now;
    if (!isNew) return;
    const lines = slowDowns.map((slowDown) => `${slowDownText(slowDown, now)}.`);
    announce([slowDownTitle(slowDowns), ...lines].join(" "));
  }, [announce, slowDowns]);
}
