/** What a built spec imports as `@jest/globals`: what Jest gives to the spec that is running. See `../runner.mjs`. */
export let jest, expect, describe, it, test, beforeAll, beforeEach, afterAll, afterEach;

export function use(globals) {
  ({ jest, expect, describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = globals);
}
