export const path = '/applications';
