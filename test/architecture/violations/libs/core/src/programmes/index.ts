// breaks: no-feature-cycle
export const programme = 'programme';
