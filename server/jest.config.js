const swc = ['@swc/jest', {
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
}]

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/migrations', '<rootDir>/checks', '<rootDir>/standin']
    .filter((folder) => require('node:fs').existsSync(folder.replace('<rootDir>', __dirname))),
  testEnvironment: 'node',
  // Left alone, jest gives a machine of two cores one worker. The database of a server is one for all.
  maxWorkers: process.env.DB === undefined ? 2 : 1,
  // A busy machine opens a database and an app in seconds; what hangs is still found.
  testTimeout: 30_000,
  testMatch: ['**/*.test.ts'],
  // `shared` is read as source, so that tests need no build.
  moduleNameMapper: { '^@huiying/shared/(.*)$': '<rootDir>/../shared/src/$1' },
  transform: { '\\.[cm]?[jt]s$': swc },
  // Nest 12 and what it stands on are ES modules; jest runs CommonJS. Everything else in node_modules stays as it is.
  transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm/)?(@nestjs|file-type|strtok3|token-types|uint8array-extras|@tokenizer|load-esm|@borewit|content-disposition|cookie)[+@/])'],
}
