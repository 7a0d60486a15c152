// breaks: no-feature-cycle
export const call = 'call';
