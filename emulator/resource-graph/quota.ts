import type { Clock } from "../clock";
import { ArmError } from "../resource-manager/arm-error";

const WINDOW_MS = 5_000;

/** Queries left to each user in windows of five seconds. */
export interface QueryQuota {
  /**
   * Takes one query from a user's window and answers the headers that say what is left.
   * @throws ArmError 429 `RateLimiting`, with Retry-After, when nothing was left
   */
  take(user: string, limit: number): Record<string, string>;
  reset(): void;
}

/** Creates full quotas (documentation, "Guidance for throttled requests"). */
export function createQueryQuota(clock: Clock): QueryQuota {
  const windows = new Map<string, { endsAt: number; used: number }>();
  return {
    take(user, limit) {
      const now = clock.now();
      let window = windows.get(user);
      if (!window || window.endsAt <= now) {
        window = { endsAt: now + WINDOW_MS, used: 0 };
        windows.set(user, window);
      }
      const resetsAfter = asTime(window.endsAt - now);
      if (window.used >= limit) {
        throw throttled(Math.ceil((window.endsAt - now) / 1_000), resetsAfter, clock.iso());
      }
      window.used += 1;
      return {
        "x-ms-user-quota-remaining": String(limit - window.used),
        "x-ms-user-quota-resets-after": resetsAfter,
      };
    },
    reset: () => windows.clear(),
  };
}

function asTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** Body as recorded in Azure/azure-cli-extensions#3325. */
function throttled(retryAfter: number, resetsAfter: string, timestamp: string): ArmError {
  return new ArmError(
    429,
    "RateLimiting",
    `Please provide below info when asking for support: timestamp = ${timestamp}.`,
    {
      details: [
        {
          code: "RateLimiting",
          message:
            "Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.",
        },
      ],
      headers: {
        "Retry-After": String(retryAfter),
        "x-ms-user-quota-remaining": "0",
        "x-ms-user-quota-resets-after": resetsAfter,
      },
    },
  );
}
