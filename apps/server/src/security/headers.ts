import { randomBytes } from 'node:crypto';
import helmet from 'helmet';
import type { RequestHandler } from 'express';
import { isApi } from './origins.ts';

/** The headers of every response: what a page of ours may load, and what others may do with it. */
export function headers(transport: 'https' | 'http'): readonly RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: POLICY },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: transport === 'https',
    }),
    (request, response, next) => {
      response.setHeader('Permissions-Policy', FEATURES.map((feature) => `${feature}=()`).join(', '));
      if (isApi(request.path)) response.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** What marks the style tags of one response as ours. Pages are told it in their HTML. */
export function nonceOf(response: object): string {
  const nonce = nonces.get(response) ?? randomBytes(16).toString('base64');
  nonces.set(response, nonce);
  return nonce;
}

const nonces = new WeakMap<object, string>();

const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", (_request: object, response: object) => `'nonce-${nonceOf(response)}'`],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
};

const FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];
