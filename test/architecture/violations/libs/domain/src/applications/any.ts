// breaks: @typescript-eslint/no-explicit-any
export const size = (value: any): number => Number(value);
