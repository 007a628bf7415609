import { expect, test } from "vitest";
import { stepNews } from "./step-news";

const step = (id: string, status: string) => ({ id, title: `Step ${id}`, status });

test("tells what has changed, in one message", () => {
  const before = [step("a", "running"), step("b", "waiting"), step("c", "waiting")];
  const after = [step("a", "done"), step("b", "running"), step("c", "waiting")];
  expect(stepNews(before, after)).toBe("Step a: done. Step b: running");
  expect(stepNews(after, after)).toBe("");
  expect(stepNews(after, before)).toBe("Step a: running");
  expect(stepNews(before, [step("a", "failed"), step("b", "waiting")])).toBe("");
});

test("tells of a new list only what runs", () => {
  expect(stepNews(undefined, [step("a", "done"), step("b", "running")])).toBe("Step b: running");
  expect(stepNews(undefined, [step("a", "done"), step("b", "failed")])).toBe("");
  expect(stepNews([], [step("a", "waiting")])).toBe("");
});
