// Who may enter whom. The map in words: docs/rooms.md. Each rule is shown to bite in server/test/architecture.test.ts.

const { join } = require('node:path')

/**
 * The rooms of `shared` and of `server/src/features`, each with the rooms it may enter. Lowest first; a new room adds
 * its line.
 */
const rooms = {
  tables: [],
  alike: [],
  villages: [],
  identity: ['villages'],
  files: [],
  proof: [],
  orders: ['villages'],
  calendar: ['identity', 'villages'],
  sla: ['identity', 'villages', 'calendar'],
  roster: ['identity', 'villages', 'calendar', 'sla', 'orders'],
  ledger: ['identity', 'villages', 'calendar', 'files', 'proof', 'tables'],
  signing: ['identity', 'files'],
  tickets: ['identity', 'villages', 'calendar', 'sla', 'roster', 'files', 'orders', 'ledger', 'alike'],
  figures: ['identity', 'villages', 'tickets'],
  expenses: ['identity', 'villages', 'calendar', 'ledger', 'files', 'proof', 'signing'],
  seal: ['identity', 'villages', 'files', 'expenses', 'proof', 'signing'],
  leaving: ['identity', 'ledger', 'expenses', 'seal'],
  lists: ['identity', 'villages', 'calendar', 'roster', 'tables'],
  facts: ['identity', 'villages', 'calendar', 'sla', 'roster', 'files', 'tickets', 'lists', 'ledger', 'expenses', 'seal', 'figures'],
  notifications: ['identity', 'villages', 'calendar', 'sla', 'roster', 'files', 'tickets', 'lists', 'ledger', 'expenses', 'seal', 'figures', 'facts'],
}

const anyRoom = Object.keys(rooms).join('|')
const notATest = '\\.test\\.tsx?$|/testing/'
const board = '\\.board\\.ts$'
/** The class-validator classes of a controller, where they would make it too long. */
const bodies = '-bodies\\.ts$'

/** A package, installed or not, by the name it is imported under. */
const package_ = (name) => `(^|/node_modules/)${name}(/|$)`

const roomsOfShared = Object.entries(rooms).map(([room, below]) => ({
  name: `shared-${room}`,
  comment: `The room ${room} of shared enters ${['kernel', ...below].join(', ')} and nothing else.`,
  severity: 'error',
  from: { path: `^shared/src/${room}/`, pathNot: notATest },
  to: { path: '^shared/src/', pathNot: `^shared/src/(${['kernel', room, ...below].join('|')})/` },
}))

const roomsOfServer = Object.entries(rooms).map(([room, below]) => ({
  name: `server-${room}`,
  comment: `The room ${room} of the server enters ${below.join(', ') || 'no other room'}.`,
  severity: 'error',
  from: { path: `^server/src/features/${room}/`, pathNot: `${notATest}|${board}` },
  to: { path: '^server/src/features/', pathNot: `^server/src/features/(${[room, ...below].join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that cannot be followed cannot be checked.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'known-rooms-only',
      comment: 'A room is first put into the table above.',
      severity: 'error',
      from: { path: '^(shared/src|server/src/features)/[^/]+/', pathNot: `^(shared/src/(kernel|${anyRoom})|server/src/features/(${anyRoom}))/` },
      to: {},
    },

    {
      name: 'kernel-below-everything',
      comment: 'The kernel enters nothing.',
      severity: 'error',
      from: { path: '^shared/src/kernel/', pathNot: notATest },
      to: { pathNot: '^shared/src/kernel/' },
    },
    {
      name: 'shared-is-pure',
      comment: 'No framework, no Node, no package: the phone runs it too.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: notATest },
      to: { pathNot: '^shared/src/' },
    },
    {
      name: 'shared-by-the-front-door',
      comment: 'A room of shared is entered through its index. What stands in for people and books in tests has none.',
      severity: 'error',
      from: { path: '^(shared/src/([^/]+)|server|miniapp)/', pathNot: `${notATest}|^server/test/` },
      to: { path: '^shared/src/[^/]+/', pathNot: '^shared/src/($2/|[^/]+/index\\.ts$)' },
    },
    ...roomsOfShared,

    {
      name: 'server-never-phone',
      comment: 'Server and mini-program meet in shared only.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^miniapp/' },
    },
    {
      name: 'phone-never-server',
      comment: 'Server and mini-program meet in shared only.',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^server/' },
    },
    {
      name: 'phone-runs-no-node',
      comment: 'There is no Node in a phone.',
      severity: 'error',
      from: { path: '^miniapp/src/', pathNot: notATest },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ui-is-looks-only',
      comment: 'The kit draws what it is given; it fetches nothing and knows no room.',
      severity: 'error',
      from: { path: '^miniapp/src/ui/', pathNot: notATest },
      to: { path: '^miniapp/src/(features|pages|packages)/' },
    },
    {
      name: 'phone-platform-below-features',
      comment: 'What every page stands on knows no page.',
      severity: 'error',
      from: { path: '^miniapp/src/(platform|features)/', pathNot: notATest },
      to: { path: '^miniapp/src/(pages|packages)/' },
    },

    ...roomsOfServer,
    {
      name: 'rooms-by-the-door',
      comment: 'One room of the server enters another through its public.ts.',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/', pathNot: `${notATest}|${board}|\\.module\\.ts$` },
      to: { path: '^server/src/features/', pathNot: '^server/src/features/($1/|[^/]+/public\\.ts$)' },
    },
    {
      name: 'modules-join-modules',
      comment: 'Nest puts rooms together module by module; a module reaches no further into another room.',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/.*\\.module\\.ts$' },
      to: { path: '^server/src/features/', pathNot: '^server/src/features/($1/|[^/]+/(public|[^/]+\\.module)\\.ts$)' },
    },
    {
      name: 'boards-see-tables',
      comment: 'A board joins the tables of other rooms; their use cases and repositories are none of its business.',
      severity: 'error',
      from: { path: `^server/src/features/([^/]+)/.*${board}` },
      to: { path: '^server/src/features/', pathNot: '^server/src/features/($1/|[^/]+/(public|[^/]+\\.table)\\.ts$)' },
    },
    {
      name: 'platform-below-rooms',
      comment: 'What every room stands on knows no room.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: notATest },
      to: { path: '^server/src/(features/|main|app\\.module|reactions)' },
    },
    {
      name: 'rooms-below-the-roof',
      comment: 'Rooms are put together above, not by each other.',
      severity: 'error',
      from: { path: '^server/src/features/', pathNot: notATest },
      to: { path: '^server/src/(main|app\\.module|reactions)' },
    },
    {
      name: 'nest-at-the-edge',
      comment: 'Use cases, tables, repositories, boards and doors are plain TypeScript.',
      severity: 'error',
      from: { path: '^server/src/features/', pathNot: `\\.(module|controller)\\.ts$|${bodies}|${notATest}` },
      to: { path: package_('@nestjs') },
    },
    {
      name: 'controllers-speak-http',
      comment: 'Swagger and class-validator describe the wire: in controllers and bodies, and where the platform sets them up.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: `\\.controller\\.ts$|${bodies}|^server/src/platform/http/|${notATest}` },
      to: { path: [package_('@nestjs/swagger'), package_('class-validator'), package_('class-transformer')].join('|') },
    },
    {
      name: 'bodies-stay-at-the-edge',
      comment: 'What comes over the wire is turned into the shared types by the controller; nobody deeper knows its classes.',
      severity: 'error',
      from: { path: '^server/', pathNot: `\\.controller\\.ts$|${bodies}|${notATest}` },
      to: { path: bodies },
    },
    {
      name: 'drivers-at-home',
      comment: 'Nothing reaches the database except through platform/database. Benches fill it, and run rivals on it.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/src/platform/database/|^server/test/support/|^server/bin/bench/' },
      to: { path: [package_('mysql2'), package_('libsql')].join('|') },
    },
    {
      name: 'stand-in-stands-alone',
      comment: 'The WeChat stand-in is a process of its own; the real client must meet it over the wire.',
      severity: 'error',
      from: { path: '^server/standin/', pathNot: notATest },
      to: { path: '^server/src/' },
    },
    {
      name: 'witness-stands-alone',
      comment: 'The witness knows how logs grow and nothing of us: it may run on anybody\'s machine.',
      severity: 'error',
      from: { path: '^server/src/witness/', pathNot: notATest },
      to: {
        path: '^(server|shared)/',
        pathNot: '^server/src/(witness/|platform/(crypto/|clock/|make-folder|write-durably))|^shared/src/(kernel|proof)/',
      },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What ships needs no test, no stand-in and no development package.',
      severity: 'error',
      from: { path: '^(shared/src|server/(src|migrations|checks)|miniapp/src)/', pathNot: notATest },
      to: { path: `${notATest}|^server/(test|standin)/` },
    },
    {
      name: 'no-development-packages',
      comment: 'A package that is only there for development is not there in production.',
      severity: 'error',
      from: { path: '^(server/(src|migrations|checks)|miniapp/src)/', pathNot: notATest },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(shared|server|miniapp)/dist/' },
    // A type that crosses a border has crossed it.
    tsPreCompilationDeps: true,
    // Its paths lead `@huiying/shared/<room>` to the source, so that nothing need be built first.
    tsConfig: { fileName: join(__dirname, '.ci/lint/tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
