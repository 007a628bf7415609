import type { StoredResource } from "../../store";
import { connectorTemplate, dataflowGraph } from "../seeds/consumer";
import type { Random } from "../seeds/random";
import type { Timeline } from "../seeds/resource";

const MOST_GRAPHS = 40;

/** Name of an endpoint that exists nowhere: it was deleted while something used it. */
export const retiredEndpoint = "retired-registry";

const graphWords = [
  ...["weld-spot-quality", "torque-normalise", "cycle-time", "press-tonnage", "leak-rate"],
  ...["gearbox-vibration", "cell-formation", "paint-thickness", "agv-traffic", "energy-balance"],
] as const;

const connectorWords = ["fanuc-focas", "vision-inspector", "plc-s7", "label-printer"] as const;

/**
 * What pulls through the endpoints of an instance: the first few serve many, most serve nobody, and here
 * and there one is named that is gone.
 */
export function fleetConsumers(
  timeline: Timeline,
  random: Random,
  instance: StoredResource,
  names: readonly string[],
): StoredResource[] {
  const [first, ...others] = names;
  if (first === undefined || random.once(3)) return [];
  const used: readonly [string, ...string[]] = [first, ...others.slice(0, 3 + names.length / 20)];
  const endpoint = () => (random.once(60) ? retiredEndpoint : random.pick(used));
  const graphs = Math.min(1 + Math.floor(random.number() * 4 + names.length / 25), MOST_GRAPHS);
  const connectors = Math.floor(random.number() * 3);
  return [
    ...Array.from({ length: graphs }, (_, index) => {
      const word = graphWords[index % graphWords.length] ?? graphWords[0];
      const round = Math.floor(index / graphWords.length);
      const name = round === 0 ? word : `${word}-${round + 1}`;
      const transforms = Array.from({ length: random.once(5) ? 2 : 1 }, () => ({
        endpoint: endpoint(),
        artifact: `graph-${word}:${1 + round}.0.0`,
      }));
      return dataflowGraph(timeline, instance, { name, transforms });
    }),
    ...connectorWords.slice(0, connectors).map((name) =>
      connectorTemplate(timeline, instance, {
        ...{ name, imageName: `${name}-connector`, tag: "1.4.0" },
        from: random.once(6) ? { registry: "mcr.microsoft.com" } : { endpoint: endpoint() },
      }),
    ),
  ];
}
