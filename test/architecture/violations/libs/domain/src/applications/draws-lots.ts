// breaks: medel/no-random
export const drawLot = (): number => Math.random();
