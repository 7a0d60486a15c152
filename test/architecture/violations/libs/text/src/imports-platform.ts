// breaks: text-and-client-are-plain
export { clock } from '#platform/clock';
