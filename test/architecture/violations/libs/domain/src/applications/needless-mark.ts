// breaks: @typescript-eslint/no-unnecessary-type-assertion
export const twice = (amount: number): number => amount! * 2;
