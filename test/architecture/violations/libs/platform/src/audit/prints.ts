// breaks: medel/no-console
export const note = (line: string): void => console.log(line);
