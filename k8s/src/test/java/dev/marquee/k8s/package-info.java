/**
 * Renders every overlay and checks it: strictly against the Kubernetes model, and for what must hold in ours.
 */
package dev.marquee.k8s;
