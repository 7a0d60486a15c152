import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { ESLint } from 'eslint';
import eslintConfig from '../../eslint.config.mjs';

/**
 * Holds the real rules against the tree in the working directory and prints which rule each file breaks.
 * A process of its own, because paths in both configurations are relative to the working directory.
 */
const root = `${import.meta.dirname}/../..`;
const options = await extractDepcruiseOptions(`${root}/.dependency-cruiser.mjs`);
const { output } = await cruise(['apps', 'libs', 'migrations', 'tools'], options);
const eslint = new ESLint({ overrideConfigFile: `${root}/eslint.config.mjs` });
const results = await eslint.lintFiles('.');
const typed = `${root}/.oxlintrc.json`;
const oxlint = [`${root}/node_modules/oxlint/bin/oxlint`, '--config', typed, '--format', 'json'];
const { diagnostics } = JSON.parse(spawnSync(process.execPath, oxlint, { encoding: 'utf8' }).stdout);

/** A violation between folders is kept with the index of the folder it starts in. */
const fileOf = ({ from }) => (/\.\w+$/.test(from) ? from : `${from}/index.ts`);
const broken = [
  ...output.summary.violations.map((found) => [fileOf(found), found.rule.name]),
  ...results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => [relative('.', filePath), ruleId ?? message]),
  ),
  // `typescript(no-misused-promises)`, where its settings say `typescript/no-misused-promises`.
  ...diagnostics.map(({ filename, code }) => [filename, code.replace(/^(\w+)\((.+)\)$/, '$1/$2')]),
];
/** The rules this house chose; those of the recommended sets are tested where they come from. */
const rules = [
  ...options.ruleSet.forbidden.map(({ name }) => name),
  ...eslintConfig
    .filter(({ name }) => name?.startsWith('medel/'))
    .flatMap((part) => Object.keys(part.rules ?? {})),
  ...Object.keys(JSON.parse(readFileSync(typed, 'utf8')).rules),
];
process.stdout.write(JSON.stringify({ rules: [...new Set(rules)], broken }));
