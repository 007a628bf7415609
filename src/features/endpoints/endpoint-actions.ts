/** Action that deleting a registry endpoint takes, by ARM's naming of operations. */
export const DELETE_ACTION = "Microsoft.IoTOperations/instances/registryEndpoints/delete";
