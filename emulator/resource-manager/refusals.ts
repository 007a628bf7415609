import { ArmError } from "./arm-error";
import type { Caller } from "./provider";

/** Errors that Resource Manager itself answers with, whatever the provider. Wording as ARM has it. */

/** 501: what the local Azure does not do, named so that nobody searches for a mistake of their own. */
export function notEmulated(operation: string): ArmError {
  return new ArmError(
    501,
    "NotImplemented",
    `The local Azure does not emulate the operation '${operation}'.`,
    {
      target: operation,
    },
  );
}

/** 403 of a caller without the right; `LinkedAuthorizationFailed` when it is missing on a resource that the body names. */
export function forbidden(
  caller: Caller,
  action: string,
  scope: string,
  code: "AuthorizationFailed" | "LinkedAuthorizationFailed" = "AuthorizationFailed",
): ArmError {
  const who = `The client '${caller.name}' with object id '${caller.objectId}'`;
  if (code === "LinkedAuthorizationFailed") {
    return new ArmError(
      403,
      code,
      `${who} has permission to perform the requested action on the resource; however, it does not have ` +
        `permission to perform action '${action}' on the linked scope(s) '${scope}' or the linked scope(s) are invalid.`,
    );
  }
  return new ArmError(
    403,
    code,
    `${who} does not have authorization to perform action '${action}' over scope '${scope}' or the scope ` +
      "is invalid. If access was recently granted, please refresh your credentials.",
  );
}

export function subscriptionNotFound(subscriptionId: string): ArmError {
  return new ArmError(
    404,
    "SubscriptionNotFound",
    `The subscription '${subscriptionId}' could not be found.`,
  );
}

export function resourceGroupNotFound(resourceGroup: string): ArmError {
  return new ArmError(
    404,
    "ResourceGroupNotFound",
    `Resource group '${resourceGroup}' could not be found.`,
  );
}

/** 404 of a resource; `typeAndName` like `Microsoft.KeyVault/vaults/kv-one/secrets/a`. */
export function resourceNotFound(typeAndName: string, resourceGroup: string | undefined): ArmError {
  const where = resourceGroup === undefined ? "" : ` under resource group '${resourceGroup}'`;
  return new ArmError(
    404,
    "ResourceNotFound",
    `The Resource '${typeAndName}'${where} was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

export function parentNotFound(verb: string, type: string, parentId: string): ArmError {
  return new ArmError(
    404,
    "ParentResourceNotFound",
    `Failed to perform '${verb}' on resource(s) of type '${type}', because the parent resource '${parentId}' could not be found.`,
  );
}

/** 409 of a write while another one on the same resource goes on. */
export function operationInProgress(id: string): ArmError {
  return new ArmError(
    409,
    "Conflict",
    `Another operation on the resource '${id}' is in progress. Retry when it has reached a terminal state.`,
    { target: id },
  );
}
