import type { Deployment } from "./deployment";

/**
 * Returns all that a sandbox finds in its environment: what the function was given and what the runtime
 * reserves, nothing of the machine it runs on. The runtime's own win, since Lambda refuses a function that
 * sets them.
 *
 * AWS_ENDPOINT_URL is the one thing that differs from the cloud: without it the SDK would ask the real AWS.
 */
export function sandboxEnvironment(
  deployment: Deployment,
  place: { readonly endpoint: string; readonly region: string; readonly taskRoot: string },
): Record<string, string> {
  return {
    ...deployment.variables,
    AWS_ENDPOINT_URL: place.endpoint,
    AWS_REGION: place.region,
    AWS_DEFAULT_REGION: place.region,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_SESSION_TOKEN: "local",
    AWS_EXECUTION_ENV: `AWS_Lambda_${deployment.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: deployment.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: deployment.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(deployment.memory),
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: deployment.logGroup,
    LAMBDA_TASK_ROOT: place.taskRoot,
    _HANDLER: deployment.handler,
    LANG: "en_US.UTF-8",
    PATH: "/usr/local/bin:/usr/bin:/bin",
    TZ: ":UTC",
  };
}
