/**
 * Ensembles: several models asked as one. Members come from training with several seeds or hyperparameters, from checkpoints of one training,
 * or are one model with averaged weights; what asks and judges them is the same.
 *
 * <p>L. K. Hansen and P. Salamon, Neural network ensembles, IEEE PAMI 12 (1990); B. Lakshminarayanan et al., Simple and scalable predictive uncertainty
 * estimation using deep ensembles, NIPS 2017; G. Huang et al., Snapshot ensembles, ICLR 2017.
 */
package dev.gradwright.ensemble;
