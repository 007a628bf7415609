import { busy } from "./busy";
import { contoso } from "./contoso";
import { empty } from "./empty";
import { fleet } from "./fleet/fleet";
import { stress } from "./fleet/stress";
import type { Scenario } from "./scenario";

/** Every scenario by name; `contoso` is the default. */
export const scenarios: Record<string, Scenario> = { contoso, empty, busy, fleet, stress };
