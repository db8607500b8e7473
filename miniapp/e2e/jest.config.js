/** The user stories in Chromium, apart from the unit tests: one at a time, for each has the screen for itself. */
module.exports = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/out/'],
  testEnvironment: 'node',
  maxWorkers: 1,
  testTimeout: 120_000,
  transform: {
    '\\.[jt]s$': [
      'babel-jest',
      {
        configFile: false,
        babelrc: false,
        presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'],
      },
    ],
  },
}
