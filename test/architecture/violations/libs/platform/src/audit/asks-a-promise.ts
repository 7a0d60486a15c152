// breaks: typescript/no-misused-promises
export const isDone = (work: Promise<boolean>): string => (work ? 'yes' : 'no');
