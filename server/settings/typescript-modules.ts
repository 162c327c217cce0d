import { registerHooks } from 'node:module';

// TypeScript files of portals are modules: settings, profiles, handlers. Their folders have no package.json that says so, without
// which Node.js would parse each file twice, and warn.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.ts') && !context.format
      ? next(url, { ...context, format: 'module-typescript' })
      : next(url, context),
});
