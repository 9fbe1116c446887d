/**
 * The program that checks a device, stage by stage: {@code cf-service/gpu-check} packs it.
 */
package dev.marquee.cf.check;
