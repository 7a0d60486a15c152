export const clock = { now: () => new Date(), millis: () => Date.now() };
