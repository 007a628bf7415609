import {
  anonymous,
  pullSecret,
  systemIdentity,
  userIdentity,
  type EndpointSeed,
} from "../seeds/endpoint";
import type { Random } from "../seeds/random";

/** A registry that sites pull from. */
interface FleetRegistry {
  /** Begins the names of its endpoints. */
  word: string;
  hosts: readonly [string, ...string[]];
  methods: readonly [Authentication, ...Authentication[]];
}

type Authentication = EndpointSeed["authentication"];

// Few objects for many endpoints: what is stored is never changed in place.
const system = systemIdentity();
const systemWithAudience = systemIdentity("https://management.azure.com/");
const user = userIdentity("4be1a70c-11d1-4f0a-96b2-7c554c0e9b58");
const userWithScope = userIdentity(
  "c9a3e5d7-20b4-4f6e-8d19-5a7f3b2c1e08",
  "https://management.azure.com/.default",
);
const secrets = {
  acr: pullSecret("acr-token-pull"),
  cloud: pullSecret("cloud-registry-pull"),
  docker: pullSecret("dockerhub-pull"),
  ghcr: pullSecret("ghcr-pull"),
  harbor: pullSecret("harbor-pull"),
  quay: pullSecret("quay-robot"),
};

const registries: readonly [FleetRegistry, ...FleetRegistry[]] = [
  {
    word: "edge",
    hosts: ["contosoedge.azurecr.io", "contosofactory-d4e8g2abfzc9hxf5.azurecr.io"],
    methods: [system, system, systemWithAudience, user],
  },
  { word: "americas", hosts: ["contosoamericas.azurecr.io"], methods: [system, user] },
  {
    word: "apac",
    hosts: ["contosoapac.azurecr.io", "contosojapan.azurecr.io"],
    methods: [system, userWithScope],
  },
  {
    word: "suppliers",
    hosts: ["contososuppliers.azurecr.io", "northwindmodules.azurecr.io"],
    methods: [secrets.acr, user],
  },
  { word: "public", hosts: ["contosopublic.azurecr.io"], methods: [anonymous] },
  { word: "microsoft", hosts: ["mcr.microsoft.com"], methods: [anonymous] },
  {
    word: "github",
    hosts: ["ghcr.io/contoso-edge", "ghcr.io/contoso-labs", "ghcr.io"],
    methods: [secrets.ghcr],
  },
  {
    word: "samples",
    hosts: ["ghcr.io/azure-samples/explore-iot-operations"],
    methods: [anonymous],
  },
  {
    word: "dockerhub",
    hosts: ["docker.io/contoso", "registry-1.docker.io", "docker.io/library"],
    methods: [secrets.docker, secrets.docker, anonymous],
  },
  { word: "quay", hosts: ["quay.io/contoso"], methods: [secrets.quay] },
  {
    word: "harbor",
    hosts: ["harbor.emea.contoso.example", "harbor.apac.contoso.example/edge"],
    methods: [secrets.harbor],
  },
  {
    word: "google",
    hosts: ["europe-west3-docker.pkg.dev/contoso-edge/modules"],
    methods: [secrets.cloud],
  },
  {
    word: "amazon",
    hosts: ["430117902288.dkr.ecr.eu-central-1.amazonaws.com", "public.ecr.aws/contoso"],
    methods: [secrets.cloud, anonymous],
  },
  {
    word: "gitlab",
    hosts: ["registry.gitlab.com/contoso/edge"],
    methods: [secrets.cloud],
  },
  { word: "artifactory", hosts: ["contoso.jfrog.io/edge-modules"], methods: [secrets.cloud] },
  { word: "local", hosts: ["registry.plant.local:5000"], methods: [anonymous, secrets.harbor] },
];

const purposes = [
  ...["modules", "vision", "weld-quality", "torque", "opcua", "mqtt-bridge", "vibration"],
  ...["energy", "agv", "press", "paint", "leak-test", "tooling", "nightly", "mirror", "models"],
  ...["connectors", "inspection", "labelling", "traceability", "cycle-time", "robots", "media"],
] as const;

/** Names of an instance's endpoints are combinations: with every so many, a number begins behind them. */
const COMBINATIONS = registries.length * purposes.length;
/** No common divisor with the number of combinations, so that all occur before one comes again. */
const STRIDE = 7;

const signers: Record<string, string>[][] = [
  [{ type: "Secret", secretRef: "module-signing-ca" }],
  [
    { type: "ConfigMap", configMapRef: "contoso-signing-roots" },
    { type: "Secret", secretRef: "supplier-signing-ca" },
  ],
];

/** The `number`th endpoint beside `default` of an instance; no two of an instance have one name. */
export function fleetEndpoint(random: Random, offset: number, number: number): EndpointSeed {
  const combination = (offset + number * STRIDE) % COMBINATIONS;
  const registry = registries[combination % registries.length] ?? registries[0];
  const purpose = purposes[Math.floor(combination / registries.length)] ?? "modules";
  const round = Math.floor(number / COMBINATIONS);
  const state = stateOf(random);
  const created = 1 + Math.floor(random.number() * 400);
  return {
    name: `${registry.word}-${purpose}${round === 0 ? "" : `-${round + 1}`}`,
    host: random.pick(registry.hosts),
    authentication: random.pick(registry.methods),
    ...(random.once(30) ? { codeSigningCas: signers[number % signers.length] } : {}),
    ...(state === undefined ? {} : { state }),
    ...(random.once(4) ? { by: "pipeline" } : {}),
    created,
    ...(random.once(3) ? { modified: Math.ceil(created * random.number()) } : {}),
  };
}

function stateOf(random: Random): string | undefined {
  const drawn = random.number() * 1_000;
  if (drawn < 20) return "Failed";
  if (drawn < 25) return "Updating";
  if (drawn < 29) return "Accepted";
  if (drawn < 32) return "Canceled";
  return drawn < 34 ? "Deleting" : undefined;
}
