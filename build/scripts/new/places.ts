/** Where everything of a scaffold lies, from the root: the one table to change when a room moves. `#…` is an import. */
export const PLACES = {
  /** Folders that receive files. */
  rules: 'shared/drafts/style/rules',
  ruleTests: 'test/shared/drafts/style/rules',
  cases: 'test/cases',
  shared: 'shared',
  sharedTests: 'test/shared',
  migrations: 'electron/db/migrations',
  migrationTests: 'test/migrations',
  screens: 'renderer',
  screenTests: 'test/renderer',
  decisions: 'build/decisions',
  /** Where the ids of all rules are searched. */
  allRules: 'shared/drafts',
  /** Files the next steps name. */
  catalogue: 'shared/drafts/style/rules/catalogue.ts',
  storyRows: 'test/helpers/storyRows.ts',
  placeScreen: 'renderer/frame/PlaceScreen.tsx',
  /** What the templates import. */
  imports: {
    rule: '#shared/drafts/style/engine/rule.ts',
    patterns: '#shared/drafts/style/engine/patterns.ts',
    catalogue: '#shared/drafts/style/rules/catalogue.ts',
    check: '#shared/drafts/style/check.ts',
    pack: '#shared/drafts/style/pack.ts',
    migrate: '#electron/db/migrate.ts',
    index: '#electron/db/migrations/index.ts',
    open: '#electron/db/open.ts',
    session: '#renderer/session.tsx',
    ui: '#renderer/ui/index.ts',
  },
  /** A sample the tests of rules stand on; no alias leads into test/. */
  ruleContext: 'test/shared/drafts/style/sample.ts',
} as const;

/** The words of the house that have rules, facts and screens. */
export const WORDS: readonly string[] = ['people', 'register', 'requests', 'drafts', 'queue', 'report', 'service'];
