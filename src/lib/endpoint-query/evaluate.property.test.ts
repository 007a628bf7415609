import fc from "fast-check";
import { expect, test } from "vitest";
import type { EndpointQueryRow } from "./columns";
import type { EndpointQuery } from "./endpoint-query";
import { QueryEvaluator } from "./evaluate";
import { facetIds, type FacetId } from "./fields";
import { RowIndex } from "./row-index";
import { parseSearch, type SearchClause } from "./search-language";
import { fleets, generatedFacets, queriesOf, rowsOf } from "./testing/generated-rows";

// What a query means, row by row, written apart from the index.
const methodLabels: Record<string, string> = {
  Anonymous: "Anonymous",
  SystemAssignedManagedIdentity: "System managed identity",
  UserAssignedManagedIdentity: "User managed identity",
  ArtifactPullSecret: "Artifact secret",
};
const registryLabels: Record<string, string> = {
  acr: "Azure Container Registry",
  mcr: "Microsoft Artifact Registry",
  github: "GitHub Container Registry",
  dockerhub: "Docker Hub",
  quay: "Quay",
  ecr: "Amazon ECR",
  gar: "Google Artifact Registry",
  gitlab: "GitLab",
  other: "Other",
};

function registryOf(host: string): string {
  const hostname = host.toLowerCase().replace(/[:/].*$/s, "");
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?\.azurecr\.(io|us|cn)$/.test(hostname)) return "acr";
  if (/^mcr\.(microsoft\.com|azure\.cn)$/.test(hostname)) return "mcr";
  if (/^(ghcr\.io|github\.com)$/.test(hostname)) return "github";
  if (/(^|\.)docker\.(io|com)$/.test(hostname)) return "dockerhub";
  const isWithin = (domain: string) => `.${hostname}`.endsWith(`.${domain}`);
  if (isWithin("quay.io")) return "quay";
  if (isWithin("amazonaws.com") || hostname === "public.ecr.aws") return "ecr";
  if (hostname.endsWith("-docker.pkg.dev") || isWithin("gcr.io")) return "gar";
  return isWithin("gitlab.com") ? "gitlab" : "other";
}

const labelOfMethod = (row: EndpointQueryRow) =>
  methodLabels[row.authentication] ?? row.authentication;
const tagsOf = (row: EndpointQueryRow) =>
  Object.entries(row.tags ?? {}).map(([name, value]) => `${name}=${value}`);

const textsOf: Record<string, (row: EndpointQueryRow) => string[]> = {
  name: (row) => [row.name],
  host: (row) => [row.host],
  instance: (row) => [row.instanceName],
  site: (row) => [row.site],
  resourceGroup: (row) => [row.resourceGroup],
  subscription: (row) => [row.subscriptionName, row.subscriptionId],
  tags: tagsOf,
  authentication: (row) => [labelOfMethod(row), row.authentication],
  provisioningState: (row) => [row.provisioningState],
  version: (row) => [row.instanceVersion ?? ""],
  location: (row) => [row.location],
  registry: (row) => [registryOf(row.host), registryLabels[registryOf(row.host)] ?? ""],
};
const wordFields = ["name", "host", "instance", "site", "resourceGroup", "subscription", "tags"];

function holds({ field, text, isNegated }: SearchClause, row: EndpointQueryRow): boolean {
  const wanted = text.toLowerCase();
  const isNamedTag = field === "tags" && wanted.includes("=");
  const [name = "", ...rest] = wanted.split("=");
  const hasTag = tagsOf(row).some((tag) => {
    const [tagName, ...value] = tag.toLowerCase().split("=");
    return tagName === name && value.join("=").includes(rest.join("="));
  });
  const texts = (field ? [field] : wordFields).flatMap((id) => textsOf[id]?.(row) ?? []);
  const isFound = isNamedTag ? hasTag : texts.some((one) => one.toLowerCase().includes(wanted));
  return isFound !== isNegated;
}

const valueOf: Record<FacetId, (row: EndpointQueryRow, used: Map<string, boolean>) => string> = {
  authentication: (row) => row.authentication,
  host: (row) => row.host,
  registry: (row) => registryOf(row.host),
  instance: (row) => row.instanceId,
  site: (row) => row.site,
  version: (row) => row.instanceVersion ?? "",
  subscription: (row) => row.subscriptionId,
  resourceGroup: (row) => row.resourceGroup,
  location: (row) => row.location,
  provisioningState: (row) => row.provisioningState,
  usage: ({ id }, used) => {
    const isUsed = used.get(id.toLowerCase());
    return isUsed === undefined ? "" : isUsed ? "used" : "unused";
  },
};

/** `1.2.10` as `[1, 2, 10]` would do for numbers; parts of letters make it text. */
const orderOf: Partial<Record<string, (row: EndpointQueryRow) => string>> = {
  version: ({ instanceVersion = "" }) => {
    if (instanceVersion === "") return "";
    const [a = "", b = "", c = ""] = instanceVersion.toLowerCase().split(".");
    return [a, b, c].map((part) => part.padStart(8, "0")).join(".") + ` ${instanceVersion}`;
  },
  authentication: labelOfMethod,
  registry: (row) => registryLabels[registryOf(row.host)] ?? "",
};

function find(
  rows: readonly EndpointQueryRow[],
  query: EndpointQuery,
  used: Map<string, boolean>,
  without?: FacetId,
): EndpointQueryRow[] {
  const clauses = parseSearch(query.search);
  return rows.filter(
    (row) =>
      clauses.every((clause) => holds(clause, row)) &&
      facetIds.every((id) => {
        const chosen = query.facets[id].map((value) => value.toLowerCase());
        const value = valueOf[id](row, used).toLowerCase();
        return id === without || chosen.length === 0 || chosen.includes(value);
      }),
  );
}

function sorted(rows: EndpointQueryRow[], { sort }: EndpointQuery): EndpointQueryRow[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows.sort((a, b) => {
    for (const { column, direction } of sort) {
      const text = (row: EndpointQueryRow) =>
        (orderOf[column]?.(row) ?? textsOf[column]?.(row)[0] ?? "").toLowerCase();
      const order = compare(text(a), text(b));
      if (order !== 0) return direction === "asc" ? order : -order;
    }
    return compare(a.id.toLowerCase(), b.id.toLowerCase());
  });
}

const queries = queriesOf({ ...generatedFacets, usage: ["used", "unused", ""] });
/** What happens to an index between queries. */
const steps = fc.array(
  fc.record({
    put: fleets,
    removed: fc.array(fc.nat(30), { maxLength: 4 }),
    used: fc.dictionary(fc.nat(30).map(String), fc.boolean(), { maxKeys: 4 }),
    queries: fc.array(queries, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);

test("whatever comes, changes and goes, a query finds what it means, in order, with its counts", () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const index = new RowIndex();
      const evaluator = new QueryEvaluator(index);
      const rows = new Map<string, EndpointQueryRow>();
      for (const step of steps) {
        const batch = rowsOf(step.put);
        index.put(batch);
        for (const row of batch) rows.set(row.id.toLowerCase(), row);
        const ids = [...rows.keys()];
        const gone = step.removed.flatMap((at) => ids[at] ?? []);
        index.remove(gone.map((id) => id.toUpperCase()));
        for (const id of gone) rows.delete(id);
        const used = new Map(
          Object.entries(step.used).map(([at, isUsed]) => [ids[Number(at)] ?? "", isUsed]),
        );
        index.setUsage(used);
        for (const query of step.queries) {
          const expected = sorted(find([...rows.values()], query, used), query);
          const { rowNumbers, total } = evaluator.evaluate(query);
          expect([...rowNumbers].map((number) => index.row(number))).toEqual(expected);
          expect(total).toBe(expected.length);
          for (const id of facetIds) {
            const counted = new Map<string, number>();
            for (const row of rows.values()) counted.set(valueOf[id](row, used).toLowerCase(), 0);
            for (const row of find([...rows.values()], query, used, id)) {
              const value = valueOf[id](row, used).toLowerCase();
              counted.set(value, (counted.get(value) ?? 0) + 1);
            }
            const counts = evaluator.facetCounts(query, id);
            expect(new Map(counts.map(({ value, count }) => [value.toLowerCase(), count]))).toEqual(
              counted,
            );
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("letters typed one after the other find what the whole text finds", () => {
  fc.assert(
    fc.property(fleets, queries, (fleet, query) => {
      const index = new RowIndex();
      index.put(rowsOf(fleet));
      const typing = new QueryEvaluator(index);
      for (let length = 0; length < query.search.length; length++) {
        typing.count({ ...query, search: query.search.slice(0, length) });
      }
      const fresh = new RowIndex();
      fresh.put(rowsOf(fleet));
      expect([...typing.evaluate(query).rowNumbers]).toEqual([
        ...new QueryEvaluator(fresh).evaluate(query).rowNumbers,
      ]);
    }),
  );
});
