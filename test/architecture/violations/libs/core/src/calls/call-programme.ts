export { programme } from '#core/programmes';
