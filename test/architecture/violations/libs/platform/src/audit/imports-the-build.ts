// breaks: nothing-imports-dist
export * from '../../../../dist/libs/platform/src/clock/index.js';
