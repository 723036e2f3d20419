# The standalone process. Not verified, see README.md in this folder.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build:standalone && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
ENV LUECKENLOS_HOST=0.0.0.0
ENV LUECKENLOS_DATA_DIR=/var/lib/lueckenlos
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
RUN install -d -o node -g node /var/lib/lueckenlos
USER node
VOLUME /var/lib/lueckenlos
EXPOSE 3000
# Not through npm: the signal that stops the container has to reach Node.
CMD ["node", "dist/apps/standalone/apps/standalone/src/main.js"]
