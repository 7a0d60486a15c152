export { call } from '#core/calls';
