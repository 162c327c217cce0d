import { registerHooks } from 'node:module';

// TypeScript files of portals are modules: settings, profiles, handlers, whatever a package.json near them says. Without one that says
// so, Node.js would parse each file twice, and warn.
registerHooks({
  load: (url, context, next) => {
    const isModule = !url.endsWith('.ts') || context.format?.startsWith('module');
    return next(url, isModule ? context : { ...context, format: 'module-typescript' });
  },
});
