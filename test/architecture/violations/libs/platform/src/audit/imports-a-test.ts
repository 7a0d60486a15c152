// breaks: platform-knows-no-grants, production-never-imports-tests
export { anyBudget } from '#testing';
