FROM node:24-slim
WORKDIR /moot
RUN mkdir /data && chown node:node /moot /data
USER node
COPY --chown=node:node . .
RUN node -e "import('./tools/launch/prepare.mjs').then(({ prepare }) => prepare())" \
  && node -e "import('./tools/launch/pages.mjs').then(({ buildPages }) => buildPages(process.execPath))"
ENV MOOT_DATA=/data HOST=0.0.0.0 PORT=4100
VOLUME /data
EXPOSE 4100
CMD ["node", "launch.mjs", "start"]
