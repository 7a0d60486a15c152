/** What is run in the page, written as text: the types of a browser are not among those of the tools. */

/** Before anything of the page: keeps what the browser reports. The guide of a first visit is there, as for somebody new. */
export const WATCH = `
  globalThis.seen = { lcp: 0, cls: 0, inp: 0 };
  const watch = (type, tell, more) => new PerformanceObserver((list) => list.getEntries().forEach(tell))
    .observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  const interaction = (entry) => { seen.inp = Math.max(seen.inp, entry.duration); };
  watch('event', (entry) => { if (entry.interactionId) interaction(entry); }, { durationThreshold: 16 });
  watch('first-input', interaction);
`;

/** A paint is told in steps of 8 ms: what is told as nothing took at most one. */
export const VITALS = `(async () => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { lcp: seen.lcp, cls: seen.cls, inp: Math.max(seen.inp, 8) };
})()`;

/** What there is to act on, at most one of each: a field, a choice, a part that opens. */
export const INTERACT = `['main input[type=search]', 'main textarea', 'main summary', 'main th button', 'main h1', 'body']
  .filter((selector) => document.querySelector(selector) !== null)`;

/** Three choices of the worklist's first filter in turn; the milliseconds from each to the paint of the rows it left. */
export const FILTER = `(async () => {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  }));
  const isShown = (label) => {
    const tags = [...document.querySelectorAll('.worklist tbody .ds-tag')];
    return tags.length > 0 && tags.every((tag) => tag.textContent === label);
  };
  const select = document.querySelector('.filters select');
  const times = [];
  for (const value of ['underAssessment', 'submitted', 'decided']) {
    // The page puts the select back until it has gone where the choice leads.
    const label = [...select.options].find((option) => option.value === value).text;
    const began = performance.now();
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    let frames = 0;
    do await painted(); while (!isShown(label) && frames++ < 600);
    times.push(performance.now() - began);
  }
  return times;
})()`;
