/**
 * A short text that two different texts have in common once in 2^53 pairs: to tell whether something is what it
 * was, not to prove it. (cyrb53 by bryc, in the public domain.)
 */
export function textDigest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  const mixed = (one: number, other: number) =>
    Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  high = mixed(high, low);
  low = mixed(low, high);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}
