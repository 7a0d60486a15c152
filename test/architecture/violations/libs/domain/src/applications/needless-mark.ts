// breaks: typescript/no-unnecessary-type-assertion
export const twice = (amount: number): number => amount! * 2;
