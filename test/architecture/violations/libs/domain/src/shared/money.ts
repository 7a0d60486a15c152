export type Kronor = number;
export const zero: Kronor = 0;
