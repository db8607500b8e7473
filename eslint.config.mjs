import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { houseRules } from './.ci/lint/house-rules.mjs'

const typescript = ['**/*.{ts,tsx}']
const product = ['shared/src/**/*.ts', 'server/{src,migrations,checks}/**/*.ts', 'miniapp/src/**/*.{ts,tsx}']
const tests = ['**/*.test.{ts,tsx}', '**/testing/**', 'server/test/**', 'miniapp/test/**', 'miniapp/e2e/**']
const commands = ['server/bin/**', '.ci/**', '**/*.mjs', '**/*.cjs', 'miniapp/config/**', 'server/standin/**']

const databaseHome = ['server/src/platform/database/**', 'server/migrations/**']

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/coverage/', 'miniapp/e2e/out/', '.data/', '**/.cache/'] },

  {
    name: 'style',
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    plugins: { huiying: houseRules },
    rules: {
      semi: ['error', 'never'],
      quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
      'jsx-quotes': ['error', 'prefer-single'],
      'comma-dangle': ['error', 'always-multiline'],
      'max-len': ['error', { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true, ignoreStrings: true, ignoreTemplateLiterals: true }],
      'max-lines': ['error', { max: 250 }],
      'no-tabs': 'error',
      'no-trailing-spaces': 'error',
      'eol-last': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'huiying/house-names': 'error',
    },
  },

  {
    name: 'read by old Nodes',
    files: ['server/bin/{start,test,node-version}.mjs'],
    rules: { 'no-var': 'off' },
  },

  {
    name: 'typescript',
    files: typescript,
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },

  {
    name: 'typed',
    files: product,
    ignores: tests,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A write that nobody waits for is lost in silence, and its refusal with it.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },

  {
    name: 'no ambient anything',
    files: product,
    ignores: tests,
    plugins: { huiying: houseRules },
    rules: {
      'huiying/ambient-time': 'error',
      'huiying/ambient-chance': 'error',
      'huiying/float-money': 'error',
      'no-console': 'error',
    },
  },
  {
    name: 'homes of time',
    files: ['server/src/platform/clock/**', 'miniapp/src/platform/clock.ts', 'miniapp/src/platform/clock/**'],
    rules: { 'huiying/ambient-time': 'off' },
  },
  {
    name: 'homes of chance',
    files: ['server/src/platform/ids/**', 'server/src/features/identity/session-token.ts', 'server/src/features/signing/new-nonce.ts', 'server/src/features/figures/new-seed.ts', 'server/src/platform/config/file-url-key.ts', 'miniapp/src/platform/idempotency-key.ts'],
    rules: { 'huiying/ambient-chance': 'off' },
  },
  {
    name: 'home of yuan',
    files: ['shared/src/kernel/money.ts'],
    rules: { 'huiying/float-money': 'off' },
  },
  {
    name: 'homes of the console',
    files: ['server/src/platform/log/**', ...commands],
    rules: { 'no-console': 'off' },
  },

  {
    name: 'the database has one door',
    files: ['server/**/*.ts'],
    ignores: [...tests, ...databaseHome],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            ...['mysql2', 'mysql2/promise', 'libsql', 'libsql/promise'].map((name) => ({
              name,
              message: 'Drivers belong to platform/database.',
            })),
            {
              name: 'typeorm',
              importNames: ['DataSource', 'Repository', 'EntityManager', 'QueryRunner', 'createConnection', 'getRepository'],
              message: 'Reach the database through the unit of work only.',
            },
            {
              name: '@nestjs/typeorm',
              importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager', 'getRepositoryToken'],
              message: 'Reach the database through the unit of work only.',
            },
          ],
          patterns: [{ group: ['**/shared/src/**', '**/shared/dist/**'], message: 'Import @huiying/shared/<room>.' }],
        },
      ],
    },
  },

  {
    name: 'named exports',
    files: product,
    ignores: ['miniapp/src/app.tsx', 'miniapp/src/**/*.config.ts', 'miniapp/src/{pages,packages}/**/index.tsx'],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
    },
  },
  {
    name: 'nothing in shared changes under its reader',
    files: ['shared/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'TSInterfaceBody > TSPropertySignature[readonly!=true]', message: 'readonly throughout shared.' },
        { selector: 'TSTypeLiteral > TSPropertySignature[readonly!=true]', message: 'readonly throughout shared.' },
        {
          selector: ':matches(TSInterfaceBody, TSTypeAliasDeclaration) :not(TSTypeOperator[operator="readonly"]) > TSArrayType',
          message: 'readonly throughout shared.',
        },
      ],
    },
  },

  {
    name: 'react',
    files: ['miniapp/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
)
