export const text = 'Ansökan';
