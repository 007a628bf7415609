import fc from "fast-check";
import { expect, test } from "vitest";
import { DamagedError, decodeFile, encodeFile, UnknownVersionError } from "./records";

const texts = fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 6 });

test("a file gives back its records", () => {
  fc.assert(
    fc.property(texts, (written) => {
      expect(decodeFile(encodeFile(written))).toEqual(written);
    }),
  );
});

test("a file cut anywhere gives the records that are whole", () => {
  fc.assert(
    fc.property(texts, (written) => {
      const bytes = encodeFile(written);
      for (let end = 0; end <= bytes.length; end++) {
        const whole = written.filter((_, n) => encodeFile(written.slice(0, n + 1)).length <= end);
        expect(decodeFile(bytes.subarray(0, end))).toEqual(whole);
      }
    }),
    { numRuns: 40 },
  );
});

test("a changed byte is noticed, wherever it is", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 255 }), (written, flipped) => {
      const bytes = encodeFile(written);
      for (let at = 0; at < bytes.length; at++) {
        const damaged = Buffer.from(bytes);
        damaged[at] = (bytes[at] ?? 0) ^ flipped;
        expect(() => decodeFile(damaged)).toThrow();
      }
    }),
    { numRuns: 40 },
  );
});

test("damage and another version are told apart", () => {
  expect(() => decodeFile(Buffer.from("something else entirely"))).toThrow(DamagedError);
  expect(() => decodeFile(Buffer.from("local-azure-state 12\n..."))).toThrow(UnknownVersionError);
});
