/** What the worker is asked to do. A name that is published must have a processor: the worker checks it at start. */
export interface Topic {
  readonly name: string;
}

const topics = new Map<string, Topic>();

export function defineTopic(name: string): Topic {
  const topic = topics.get(name) ?? { name };
  topics.set(name, topic);
  return topic;
}

export function definedTopics(): Topic[] {
  return [...topics.values()];
}
