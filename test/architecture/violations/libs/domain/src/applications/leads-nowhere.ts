// breaks: everything-resolves
export * from './nowhere.js';
