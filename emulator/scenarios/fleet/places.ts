import { subscriptionIds } from "../contoso-names";

/** A subscription of the fleet, and how many of every hundred sites are in it. */
interface FleetSubscription {
  id: string;
  displayName: string;
  /** Vault of its sites. */
  vault: string;
  percent: number;
  regions: readonly [Region, ...Region[]];
}

/** An Azure region and the cities whose sites it serves. */
interface Region {
  location: string;
  cities: readonly [City, ...City[]];
}

type City = readonly [name: string, country: string];

const westEurope: Region = {
  location: "westeurope",
  cities: [
    ["Antwerpen", "BE"],
    ["Eindhoven", "NL"],
    ["Gent", "BE"],
    ["Lille", "FR"],
    ["Linz", "AT"],
    ["Nantes", "FR"],
    ["Porto", "PT"],
    ["Torino", "IT"],
    ["Vigo", "ES"],
    ["Wrocław", "PL"],
  ],
};

const northEurope: Region = {
  location: "northeurope",
  cities: [
    ["Aarhus", "DK"],
    ["Bergen", "NO"],
    ["Cork", "IE"],
    ["Gdańsk", "PL"],
    ["Göteborg", "SE"],
    ["Malmö", "SE"],
    ["Riga", "LV"],
    ["Tampere", "FI"],
  ],
};

const germany: Region = {
  location: "germanywestcentral",
  cities: [
    ["Brno", "CZ"],
    ["Essen", "DE"],
    ["Győr", "HU"],
    ["Kassel", "DE"],
    ["Stuttgart", "DE"],
    ["Zwickau", "DE"],
  ],
};

const centralUs: Region = {
  location: "southcentralus",
  cities: [
    ["Austin", "US"],
    ["Chihuahua", "MX"],
    ["León", "MX"],
    ["Monterrey", "MX"],
    ["Puebla", "MX"],
    ["Tulsa", "US"],
  ],
};

const eastUs: Region = {
  location: "eastus2",
  cities: [
    ["Chattanooga", "US"],
    ["Detroit", "US"],
    ["Greenville", "US"],
    ["Montréal", "CA"],
    ["Toronto", "CA"],
  ],
};

const brazil: Region = {
  location: "brazilsouth",
  cities: [
    ["Betim", "BR"],
    ["Camaçari", "BR"],
    ["Córdoba", "AR"],
    ["Curitiba", "BR"],
    ["São José dos Pinhais", "BR"],
  ],
};

const asia: Region = {
  location: "southeastasia",
  cities: [
    ["Batam", "ID"],
    ["Chennai", "IN"],
    ["Đà Nẵng", "VN"],
    ["Penang", "MY"],
    ["Pune", "IN"],
    ["Rayong", "TH"],
  ],
};

const japan: Region = {
  location: "japaneast",
  cities: [
    ["Hamamatsu", "JP"],
    ["Kōbe", "JP"],
    ["Nagoya", "JP"],
    ["Ulsan", "KR"],
  ],
};

/** Where the fleet is: the first two are the subscriptions that the site operator has rights on. */
export const fleetSubscriptions: readonly FleetSubscription[] = [
  {
    id: subscriptionIds.europe,
    displayName: "Contoso Manufacturing Europe",
    vault: "kv-fleet-europe",
    percent: 34,
    regions: [westEurope, northEurope, germany],
  },
  {
    id: subscriptionIds.americas,
    displayName: "Contoso Manufacturing Americas",
    vault: "kv-fleet-americas",
    percent: 24,
    regions: [centralUs, eastUs, brazil],
  },
  {
    id: "1d5e90b7-6a2f-4c38-8f71-c0470500f004",
    displayName: "Contoso Manufacturing Asia Pacific",
    vault: "kv-fleet-apac",
    percent: 20,
    regions: [asia, japan],
  },
  {
    id: "94c3a8e2-17fb-4d06-b5da-c0470500d005",
    displayName: "Contoso Logistics",
    vault: "kv-fleet-logistics",
    percent: 12,
    regions: [westEurope, eastUs, asia],
  },
  {
    id: "e07b6f14-c25d-4931-9a88-c0470500e006",
    displayName: "Contoso Energy",
    vault: "kv-fleet-energy",
    percent: 6,
    regions: [northEurope, brazil],
  },
  {
    id: subscriptionIds.labs,
    displayName: "Contoso Labs",
    vault: "kv-fleet-labs",
    percent: 4,
    regions: [westEurope, eastUs],
  },
];

/** What stands in a city, one after the other; the word in the instance's name, and who owns it. */
export const plants = [
  ["Assembly", "Body in White"],
  ["Powertrain", "Drive Units"],
  ["Stamping", "Body in White"],
  ["Paint Shop", "Surface"],
  ["Batteries", "Energy Storage"],
  ["Warehouse", "Logistics"],
  ["Test Track", "Validation"],
  ["Foundry", "Castings"],
  ["Electronics", "Control Units"],
  ["Spare Parts", "After Sales"],
] as const;
